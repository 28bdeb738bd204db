package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Office.HOST;
import static ai.callcenter.tenancy.jdbc.Office.add;
import static ai.callcenter.tenancy.jdbc.Office.fresh;
import static ai.callcenter.tenancy.jdbc.Office.office;
import static ai.callcenter.tenancy.jdbc.Office.tenancy;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.jdbc.JdbcConfig.Isolation;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be exact when requests meet: on a real PostgreSQL, behind a barrier, many rounds, both levels. */
class RacesTest {
    private static final int ROUNDS = 200;

    @AfterAll
    static void close() {
        Office.close();
    }

    @ParameterizedTest
    @EnumSource
    void exactlyTheFreeSeatsAreTaken(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Office office = office(level, 5);
            List<Race.Deed> adds =
                    IntStream.range(0, 7).mapToObj(i -> add(office, fresh())).toList();
            List<Optional<ErrorCode>> ends = Race.run(adds);
            assertThat(Race.done(ends)).isEqualTo(3);
            assertThat(ends).containsOnly(Optional.empty(), Optional.of(ErrorCode.SEAT_LIMIT_REACHED));
            assertThat(office.now().userCount()).isEqualTo(5);
            assertThat(office.rows()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameEmailIsAddedOnce(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Office office = office(level, 9);
            Email email = fresh();
            List<Optional<ErrorCode>> ends =
                    Race.run(List.of(add(office, email), add(office, email), add(office, email)));
            assertThat(Race.done(ends)).isEqualTo(1);
            assertThat(ends).containsOnly(Optional.empty(), Optional.of(ErrorCode.ALREADY_MEMBER));
            assertThat(office.now().userCount()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void removingAgainstAddingKeepsTheCount(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Office office = office(level, 3);
            Email old = fresh();
            add(office, old).run();
            List<Optional<ErrorCode>> ends = Race.run(List.of(
                    add(office, fresh()),
                    () -> office.tenancy().members().remove(HOST, office.id(), old),
                    add(office, fresh())));
            assertThat(ends.get(1)).isEmpty();
            assertThat(Race.done(ends)).isLessThanOrEqualTo(2);
            assertThat(office.rows()).isEqualTo(office.now().userCount()).isLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void loweringTheLimitAgainstAddingNeverOverfills(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Office office = office(level, 9);
            TenantPatch lower = TenantPatch.NOTHING.maxUsers(new SeatLimit(3));
            List<Optional<ErrorCode>> ends = Race.run(List.of(
                    add(office, fresh()),
                    () -> office.tenancy().tenants().update(HOST, office.id(), lower),
                    add(office, fresh())));
            Tenant now = office.now();
            assertThat(ends).containsAnyOf(Optional.empty());
            assertThat(now.userCount()).isLessThanOrEqualTo(now.maxUsers().value());
            assertThat(office.rows()).isEqualTo(now.userCount());
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoAdminsWhoEndEachOtherLeaveOne(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Office office = office(level, 9);
            Office.Person ana = office.ana();
            Office.Person ben = office.ben();
            var members = office.tenancy().members();
            List<Race.Deed> deeds = switch (round % 3) {
                case 0 ->
                    List.of(
                            () -> members.remove(ana.in(office.id()), office.id(), ben.email()),
                            () -> members.remove(ben.in(office.id()), office.id(), ana.email()));
                case 1 ->
                    List.of(
                            () -> members.changeRole(ana.in(office.id()), office.id(), ben.email(), Role.VIEWER),
                            () -> members.changeRole(ben.in(office.id()), office.id(), ana.email(), Role.VIEWER));
                default ->
                    List.of(
                            () -> members.remove(ana.in(office.id()), office.id(), ana.email()),
                            () -> members.remove(ben.in(office.id()), office.id(), ben.email()));
            };
            List<Optional<ErrorCode>> ends = Race.run(deeds);
            assertThat(Race.done(ends)).as("round %d: %s", round, ends).isEqualTo(1);
            assertThat(ends.stream().flatMap(Optional::stream))
                    .isSubsetOf(Set.of(ErrorCode.LAST_ADMIN, ErrorCode.ACCESS_REVOKED, ErrorCode.INSUFFICIENT_ROLE));
            assertThat(office.admins()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAddedAfterTheEnd(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Office office = office(level, 9);
            boolean delete = round % 2 == 0;
            TenantPatch suspend = TenantPatch.NOTHING.status(TenantStatus.SUSPENDED);
            Race.Deed end = delete
                    ? () -> office.tenancy().tenants().delete(HOST, office.id())
                    : () -> office.tenancy().tenants().update(HOST, office.id(), suspend);
            Race.Deed add = () ->
                    office.tenancy().members().add(office.ana().in(office.id()), office.id(), fresh(), Role.MEMBER);
            List<Optional<ErrorCode>> ends = Race.run(List.of(end, add));
            assertThat(ends.get(0)).isEmpty();
            ErrorCode refusal = delete ? ErrorCode.ACCESS_REVOKED : ErrorCode.TENANT_SUSPENDED;
            assertThat(ends.get(1)).isIn(Optional.empty(), Optional.of(refusal));
            assertThat(office.rows())
                    .isEqualTo(office.now().userCount())
                    .isEqualTo(ends.get(1).isEmpty() ? 3 : 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDomainIsClaimedOnce(Isolation level) throws Exception {
        Tenancy tenancy = tenancy(level);
        for (int round = 0; round < ROUNDS; round++) {
            String domain = UUID.randomUUID() + ".example";
            Race.Deed claim =
                    () -> tenancy.tenants().create(HOST, NewTenant.named("Acme").withDomain(domain));
            List<Optional<ErrorCode>> ends = Race.run(List.of(claim, claim, claim));
            assertThat(Race.done(ends)).isEqualTo(1);
            assertThat(ends).containsOnly(Optional.empty(), Optional.of(ErrorCode.DOMAIN_TAKEN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRemovedWhileSwitchingHasNoCurrentTenant(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Office office = office(level, 9);
            Office.Person ben = office.ben();
            List<Optional<ErrorCode>> ends = Race.run(List.of(
                    () -> office.tenancy().tenants().switchTo(Caller.user(ben.id()), office.id()),
                    () -> office.tenancy().members().remove(HOST, office.id(), ben.email())));
            assertThat(ends.get(0)).isIn(Optional.empty(), Optional.of(ErrorCode.TENANT_NOT_FOUND));
            assertThat(ends.get(1)).isEmpty();
            User user = office.tenancy().users().me(Caller.user(ben.id()));
            assertThat(user.currentTenant()).isNull();
            assertThat(Race.run(List.of(() -> office.tenancy().tenants().get(ben.in(office.id()), office.id()))))
                    .containsExactly(Optional.of(ErrorCode.ACCESS_REVOKED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFirstSignInMakesOneUser(Isolation level) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Identity identity = new Identity("idp", UUID.randomUUID().toString(), fresh(), true, null);
            Set<UserId> users = ConcurrentHashMap.newKeySet();
            List<Race.Deed> signIns = Stream.generate(() -> tenancy(level))
                    .limit(4)
                    .<Race.Deed>map(tenancy -> () -> users.add(tenancy.users().signIn(identity)))
                    .toList();
            assertThat(Race.run(signIns)).containsOnly(Optional.empty());
            assertThat(users).hasSize(1);
        }
    }
}
