package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.tenant.Tenant;

/** A part of the contract of the filter. */
interface FilterTopic {
    FilterOffice office();

    HostServlets servlets();

    ServletHost host();

    /** Serves with another filter from now on. */
    void serve(TenancyFilter filter) throws Exception;

    Tenant acme();

    /** An admin of Acme. */
    FilterOffice.Person ana();

    /** A viewer of Acme. */
    FilterOffice.Person vera();

    default TestRequest request(String method, String path) {
        return new TestRequest(host().port(), method, ServletHost.CONTEXT + path, TestRequest.UNDOCUMENTED);
    }

    default Reply get(String token, String path) {
        return request("GET", path).token(token).send();
    }

    /** What a servlet tells of a request that was let in. */
    static String told(String dispatch, Tenant tenant, Role role, String requestId) {
        return "%s %s %s %s %s in %s"
                .formatted(dispatch, tenant.id(), role.wire(), requestId, tenant.id(), tenant.id());
    }

    default void refused(Reply reply, int status, String code) {
        reply.problem(status, code);
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(servlets().reached).isEmpty();
    }
}
