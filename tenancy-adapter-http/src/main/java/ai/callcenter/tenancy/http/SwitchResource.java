package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.member.Switched;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code /tenants/{id}/switch}: a token to act in a tenant. */
final class SwitchResource {
    private final Tenancy tenancy;
    private final TokenIssuer issuer;

    SwitchResource(Tenancy tenancy, TokenIssuer issuer) {
        this.tenancy = tenancy;
        this.issuer = issuer;
    }

    void register(Routes routes) {
        routes.command("/tenants/{id}/switch", Access.USER, this::enter);
    }

    private Answer enter(Call call) {
        call.query(Set.of());
        Switched switched = tenancy.tenants().switchTo(call.caller(), call.tenant());
        TokenIssuer.Issued issued = issuer.issueTenantToken(
                switched.user().id().value(),
                switched.user().email().value(),
                switched.tenant().id().value(),
                switched.role().wire());
        return Answer.ok(new SwitchedJson(issued, new TenantJson(switched.tenant(), switched.role(), true)));
    }

    /** The token and what it is for. */
    private record SwitchedJson(TokenIssuer.Issued issued, TenantJson tenant) implements JsonBody {
        @Override
        public void writeTo(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeStringField("token", issued.token());
            out.writeStringField("token_type", "Bearer");
            JsonBody.time(out, "expires_at", issued.expiresAt());
            out.writeFieldName("tenant");
            tenant.writeTo(out);
            out.writeEndObject();
        }
    }
}
