package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.http.token.TokenIssuer;

/** {@code /demo/sign-in}: be one of the people of the demo. */
final class DemoResource {
    private final DemoSignIn demo;

    DemoResource(DemoSignIn demo) {
        this.demo = demo;
    }

    void register(Routes routes) {
        routes.post("/demo/sign-in", Access.ANYBODY, this::signIn);
    }

    private Answer signIn(Call call) {
        if (!call.isOfSameMachine()) {
            throw new Refusal(new Problem(
                    403,
                    "same_machine_only",
                    "People of the demo sign in on the server's own machine, at localhost and without a proxy;"
                            + " elsewhere use a token of ./tenancy token."));
        }
        Fields in = call.body();
        Email email = in.required("email", JsonType.text(Email::new));
        in.check();
        if (demo.people().stream().noneMatch(one -> one.email().equals(email))) {
            throw new Refusal(new Problem(
                    404, "demo_person_not_found", "Nobody of the demo has this e-mail; /console.json names them."));
        }
        TokenIssuer.Issued issued = demo.issue().apply(email);
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeStringField("token", issued.token());
            out.writeStringField("token_type", "Bearer");
            JsonBody.time(out, "expires_at", issued.expiresAt());
            out.writeEndObject();
        });
    }
}
