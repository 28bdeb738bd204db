package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.oidc.OidcProvider;
import ai.callcenter.tenancy.http.token.oidc.ProviderEndpoints;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ways to sign in to the console, as it reads them. */
record SignInJson(ConsoleSettings settings) implements JsonBody {
    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("sign_in");
        if (settings.demo() != null) {
            demo(out, settings.demo());
        }
        if (settings.client() != null) {
            for (OidcProvider provider : settings.providers().all()) {
                provider(out, provider, settings.client());
            }
        }
        out.writeStartObject();
        out.writeStringField("kind", "token");
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void demo(JsonGenerator out, DemoSignIn demo) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", "demo");
        out.writeArrayFieldStart("people");
        for (DemoSignIn.Person person : demo.people()) {
            out.writeStartObject();
            out.writeStringField("email", person.email().value());
            out.writeStringField("about", person.about());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void provider(JsonGenerator out, OidcProvider provider, ConsoleClient client) throws IOException {
        ProviderEndpoints endpoints = provider.endpoints();
        String issuer = provider.settings().issuer();
        out.writeStartObject();
        out.writeStringField("kind", "oidc");
        out.writeStringField("issuer", issuer);
        out.writeStringField("name", URI.create(issuer).getAuthority());
        out.writeStringField("client_id", client.id());
        JsonBody.text(out, "authorization_endpoint", endpoints.authorization());
        JsonBody.text(out, "token_endpoint", endpoints.token());
        JsonBody.text(out, "end_session_endpoint", endpoints.endSession());
        out.writeStringField("scope", client.scope());
        out.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : new TreeMap<>(client.parameters()).entrySet()) {
            out.writeStringField(parameter.getKey(), parameter.getValue());
        }
        out.writeEndObject();
        out.writeArrayFieldStart("audiences");
        for (String audience : new TreeSet<>(provider.settings().audiences())) {
            out.writeString(audience);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
