package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;

/** The tenant's id in a header. */
record HeaderTenant(String name) implements TenantResolver {
    @Override
    public Optional<TenantId> resolve(HttpServletRequest request, VerifiedToken token) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        String value = values.nextElement();
        // Two could mean different tenants to a proxy and to us.
        if (values.hasMoreElements()) {
            throw Refusal.parameter(name, "send it once");
        }
        return Optional.of(parse(name, value));
    }

    /** @param parameter where it is, for the refusal */
    static TenantId parse(String parameter, String text) {
        try {
            return TenantId.parse(text);
        } catch (TenancyException e) {
            throw Refusal.parameter(parameter, e.detail());
        }
    }
}
