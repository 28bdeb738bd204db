package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whom the filter lets in, and what it tells the others. */
interface FilterAccessTopic extends FilterTopic {
    @Test
    default void aMemberIsLetInAndTheApplicationIsToldWhoCallsWhere() {
        Reply reply = request("GET", "/calls/7")
                .token(vera().in(acme()))
                .header("X-Request-Id", "request-7")
                .send();
        assertThat(reply.body()).isEqualTo(FilterTopic.told("REQUEST", acme(), Role.VIEWER, "request-7"));
        assertThat(reply.header("content-type")).startsWith("text/plain");
        assertThat(get(ana().in(acme()), "/calls").body()).contains(" admin ");
    }

    @Test
    default void whoBringsNoTokenOrABadOneIsRefused() {
        Reply none = request("GET", "/calls").send();
        refused(none, 401, "missing_token");
        assertThat(none.header("www-authenticate")).isEqualTo("Bearer realm=\"tenancy\"");
        for (String bad : List.of("x", "a.b.c", vera().in(acme()) + "x")) {
            Reply reply = get(bad, "/calls");
            refused(reply, 401, "invalid_token");
            assertThat(reply.header("www-authenticate")).contains("error=\"invalid_token\"");
        }
        refused(request("GET", "/calls").header("Authorization", "Basic eDp5").send(), 401, "invalid_token");
        String token = vera().in(acme());
        refused(
                request("GET", "/calls")
                        .header("Authorization", "Digest " + token)
                        .send(),
                401,
                "invalid_token");
        refused(request("GET", "/calls").token(token).token(token).send(), 401, "invalid_token");
    }

    @Test
    default void anExpiredTokenIsRefused() {
        String token = vera().in(acme());
        office().clock.advance(FilterOffice.TTL.plus(Duration.ofMinutes(2)));
        refused(get(token, "/calls"), 401, "invalid_token");
    }

    @Test
    default void whoHasSignedOutIsRefused() {
        String token = vera().in(acme());
        office().tenancy.sessions().signOut(Caller.user(vera().id));
        refused(get(token, "/calls"), 401, "signed_out");
        refused(request("GET", "/calls").token(token).send(), 401, "signed_out");
    }

    @Test
    default void whoIsNoMemberIsRefusedWhetherThereIsTheTenantOrNot() {
        Tenant globex = office().tenant();
        String instance = ServletHost.CONTEXT + "/calls";
        Reply foreign = get(vera().in(globex), "/calls");
        refused(foreign, 403, "access_revoked");
        Reply absent = get(vera().in(new TenantId(UUID.randomUUID())), "/calls");
        refused(absent, 403, "access_revoked");
        assertThat(absent.text("detail")).isEqualTo(foreign.text("detail"));
        assertThat(foreign.text("instance")).isEqualTo(instance);
    }

    @Test
    default void aRemovedMemberIsRefusedWithTheNextRequest() {
        String token = vera().in(acme());
        get(token, "/calls");
        assertThat(servlets().reached).hasSize(1);
        office().remove(acme(), vera());
        servlets().reached.clear();
        refused(get(token, "/calls"), 403, "access_revoked");
    }

    @Test
    default void aSuspendedTenantLetsNobodyInUntilItIsReactivated() {
        office().tenancy
                .tenants()
                .update(FilterOffice.HOST, acme().id(), TenantPatch.NOTHING.status(TenantStatus.SUSPENDED));
        refused(get(ana().in(acme()), "/calls"), 403, "tenant_suspended");
        office().tenancy
                .tenants()
                .update(FilterOffice.HOST, acme().id(), TenantPatch.NOTHING.status(TenantStatus.ACTIVE));
        assertThat(get(ana().in(acme()), "/calls").status()).isEqualTo(200);
    }

    @Test
    default void anIdentityTokenAloneNamesNoTenant() {
        refused(get(vera().token(), "/calls"), 404, "no_current_tenant");
    }

    @Test
    default void aRoleThatDoesNotSufficeIsRefused() throws Exception {
        serve(office().filter().least(Role.ADMIN).build());
        refused(get(vera().in(acme()), "/calls"), 403, "insufficient_role");
        assertThat(get(ana().in(acme()), "/calls").status()).isEqualTo(200);
    }

    /** Each request notes when it began; whoever began after the removal had returned is not let in. */
    @Test
    default void noRequestThatBeginsAfterARemovalIsLetIn() throws Exception {
        for (int round = 0; round < 20; round++) {
            FilterOffice.Person bob = office().member(acme(), Role.MEMBER);
            String token = bob.in(acme());
            AtomicLong removed = new AtomicLong(Long.MAX_VALUE);
            List<Callable<List<Long>>> clients = new ArrayList<>();
            for (int client = 0; client < 3; client++) {
                clients.add(() -> untilRefused(token));
            }
            clients.add(() -> {
                Thread.sleep(ThreadLocalRandom.current().nextInt(5));
                office().remove(acme(), bob);
                removed.set(System.nanoTime());
                return List.of();
            });
            List<Long> letIn = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
                for (Future<List<Long>> client : threads.invokeAll(clients)) {
                    letIn.addAll(client.get());
                }
            }
            assertThat(letIn).allSatisfy(began -> assertThat(began).isLessThan(removed.get()));
        }
    }

    /** When each request began that was let in, up to the first one that was not, and five more. */
    private List<Long> untilRefused(String token) {
        List<Long> letIn = new ArrayList<>();
        int refused = 0;
        while (refused < 5) {
            long began = System.nanoTime();
            if (get(token, "/calls").status() == 200) {
                letIn.add(began);
            } else {
                refused++;
            }
        }
        return letIn;
    }
}
