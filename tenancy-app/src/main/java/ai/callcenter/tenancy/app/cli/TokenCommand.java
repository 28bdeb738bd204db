package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.app.config.AppConfig;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Issues a token, in place of an identity provider. */
@Command(
        name = "token",
        description = {
            "Print an identity token for a person, or with --tenant a tenant token.",
            "",
            "An identity token is made from the configured keys alone. A tenant token is the running server's answer to "
                    + "a switch, so it needs one at TENANCY_HOST and TENANCY_PORT."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class TokenCommand implements Callable<Integer> {
    private static final Duration DEFAULT_TTL = Duration.ofHours(8);

    @ParentCommand
    private TenancyCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "The person's e-mail.")
    private String email;

    @Option(names = "--name", paramLabel = "NAME", description = "What the person is called.")
    private @Nullable String name;

    @Option(
            names = "--subject",
            paramLabel = "TEXT",
            description = "The person's stable identifier at the issuer; the e-mail where absent.")
    private @Nullable String subject;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "How long an identity token lives, PT1S to P30D; PT8H where absent.")
    private @Nullable Duration ttl;

    @Option(
            names = "--tenant",
            paramLabel = "ID-OR-DOMAIN",
            description = "Switch to this tenant of the person's, and print the token for it.")
    private @Nullable String tenant;

    @Override
    public Integer call() {
        if (tenant != null && ttl != null) {
            throw wrong("--ttl is for identity tokens; how long a tenant token lives is TENANCY_TOKEN_TTL");
        }
        AppConfig config = parent.config();
        TokenIssuer issuer =
                new TokenIssuer(config.tokens().settings(), config.tokens().keysOrKeptSecret(config.dataDir()));
        String identity = identityToken(issuer);
        String token = tenant == null ? identity : new TenantSwitch(config.http(), identity).to(tenant);
        spec.commandLine().getOut().println(token);
        return ExitCode.OK;
    }

    private String identityToken(TokenIssuer issuer) {
        try {
            String address = new Email(email).value();
            return issuer.issueIdentityToken(
                            subject == null ? address : subject, address, name, ttl == null ? DEFAULT_TTL : ttl)
                    .token();
        } catch (TenancyException e) {
            throw wrong("--email: " + e.detail());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
