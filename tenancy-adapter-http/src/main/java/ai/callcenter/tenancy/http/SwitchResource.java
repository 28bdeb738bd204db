package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.Tenants;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.session.RefreshToken;
import ai.callcenter.tenancy.session.Switched;
import ai.callcenter.tenancy.tenant.TenantId;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** {@code /tenants/{id}/switch}: a token to act in a tenant; {@code /token/refresh}: the next one. */
final class SwitchResource {
    private final Tenancy tenancy;
    private final TokenIssuer issuer;

    SwitchResource(Tenancy tenancy, TokenIssuer issuer) {
        this.tenancy = tenancy;
        this.issuer = issuer;
    }

    void register(Routes routes) {
        routes.post("/tenants/{id}/switch", Access.USER, this::enter);
        routes.post("/token/refresh", Access.ANYBODY, this::refresh);
    }

    private Answer enter(Call call) {
        call.query(Set.of());
        Fields body = call.bodyOrNone();
        Boolean refresh = body.optional("refresh", JsonType.flag());
        body.check();
        Tenants tenants = tenancy.tenants();
        TenantId tenant = call.tenant();
        return answer(
                refresh != null && refresh
                        ? tenants.openSession(call.caller(), tenant)
                        : tenants.switchTo(call.caller(), tenant));
    }

    /** The refresh token says who calls; a header that says so too is not looked at. */
    private Answer refresh(Call call) {
        call.query(Set.of());
        Fields body = call.body();
        String token = body.required("refresh_token", JsonType.text(text -> text));
        body.check();
        return answer(tenancy.sessions().refresh(RefreshToken.parse(token), call.requestId()));
    }

    private Answer answer(Switched switched) {
        TokenIssuer.Issued issued = issuer.issueTenantToken(
                switched.user().id().value(),
                switched.user().email().value(),
                switched.tenant().id().value(),
                switched.role().wire(),
                switched.authenticatedAt(),
                switched.endsAt());
        return Answer.ok(new SwitchedJson(issued, switched));
    }

    /** The token and what it is for. */
    private record SwitchedJson(TokenIssuer.Issued issued, Switched switched) implements JsonBody {
        @Override
        public void writeTo(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeStringField("token", issued.token());
            out.writeStringField("token_type", "Bearer");
            JsonBody.time(out, "expires_at", issued.expiresAt());
            RefreshToken refresh = switched.refreshToken();
            if (refresh != null) {
                out.writeStringField("refresh_token", refresh.wire());
                JsonBody.time(out, "refresh_expires_at", switched.endsAt().truncatedTo(ChronoUnit.SECONDS));
            }
            out.writeFieldName("tenant");
            new TenantJson(switched.tenant(), switched.role(), true).writeTo(out);
            out.writeEndObject();
        }
    }
}
