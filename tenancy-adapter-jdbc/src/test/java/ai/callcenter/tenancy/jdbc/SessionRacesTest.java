package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Office.HOST;
import static ai.callcenter.tenancy.jdbc.Office.office;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.jdbc.JdbcConfig.Isolation;
import ai.callcenter.tenancy.session.RefreshToken;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must be exact of sessions when requests meet. */
class SessionRacesTest {
    private static final int ROUNDS = 200;

    @AfterAll
    static void close() {
        Office.close();
    }

    private static RefreshToken opened(Office office, Caller.User caller) {
        return Objects.requireNonNull(
                office.tenancy().tenants().openSession(caller, office.id()).refreshToken());
    }

    private static long sessions(Office office) throws SQLException {
        return Office.count("select count(*) from tenancy.sessions where tenant_id = ?", office.id());
    }

    @ParameterizedTest
    @EnumSource
    void aRefreshTokenIsWorthOneCallAndASecondOneEndsTheSession(Isolation level) throws Exception {
        Office office = office(level, 9);
        for (int round = 0; round < ROUNDS; round++) {
            RefreshToken token = opened(office, Caller.user(office.ben().id()));
            Queue<RefreshToken> next = new ConcurrentLinkedQueue<>();
            Race.Deed refresh = () -> next.add(Objects.requireNonNull(
                    office.tenancy().sessions().refresh(token, null).refreshToken()));
            List<Optional<ErrorCode>> ends = Race.run(List.of(refresh, refresh, refresh));
            assertThat(Race.done(ends)).isEqualTo(1);
            assertThat(ends).containsOnly(Optional.empty(), Optional.of(ErrorCode.INVALID_REFRESH_TOKEN));
            assertThat(Race.run(List.of(() -> office.tenancy().sessions().refresh(next.remove(), null))))
                    .containsExactly(Optional.of(ErrorCode.INVALID_REFRESH_TOKEN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSessionOutlivesTheMembership(Isolation level) throws Exception {
        Office office = office(level, 9);
        Caller.User ben = Caller.user(office.ben().id());
        for (int round = 0; round < ROUNDS; round++) {
            RefreshToken token = opened(office, ben);
            List<Optional<ErrorCode>> ends = Race.run(List.of(
                    () -> office.tenancy()
                            .members()
                            .remove(HOST, office.id(), office.ben().email()),
                    () -> office.tenancy().sessions().refresh(token, null),
                    () -> opened(office, ben)));
            assertThat(ends.get(0)).isEmpty();
            assertThat(ends.get(1)).isIn(Optional.empty(), Optional.of(ErrorCode.INVALID_REFRESH_TOKEN));
            assertThat(ends.get(2)).isIn(Optional.empty(), Optional.of(ErrorCode.TENANT_NOT_FOUND));
            assertThat(sessions(office)).isZero();
            office.tenancy().members().add(HOST, office.id(), office.ben().email(), Role.MEMBER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIssuedBeforeIsWorthAnythingOnceSignedOut(Isolation level) throws Exception {
        Office office = office(level, 9);
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = Instant.now();
            Caller.User ben = Caller.user(office.ben().id()).since(start);
            RefreshToken token = opened(office, ben);
            List<Optional<ErrorCode>> ends = Race.run(List.of(
                    () -> office.tenancy().sessions().signOut(ben),
                    () -> office.tenancy().sessions().refresh(token, null),
                    () -> opened(office, ben),
                    () -> office.tenancy()
                            .sessions()
                            .signOut(Caller.user(office.ben().id()))));
            assertThat(ends.get(3)).isEmpty();
            assertThat(ends.get(2)).isIn(Optional.empty(), Optional.of(ErrorCode.SIGNED_OUT));
            assertThat(Race.run(List.of(
                            () -> office.tenancy().tenants().get(ben.in(office.id()), office.id()),
                            () -> office.tenancy().sessions().refresh(token, null))))
                    .containsExactly(Optional.of(ErrorCode.SIGNED_OUT), Optional.of(ErrorCode.INVALID_REFRESH_TOKEN));
        }
    }
}
