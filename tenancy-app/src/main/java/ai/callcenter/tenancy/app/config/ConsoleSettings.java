package ai.callcenter.tenancy.app.config;

import java.util.List;
import java.util.Map;

/** The settings of the console, in the table of all settings. */
final class ConsoleSettings {
    static final Setting<Settings.Switch> CONSOLE = Setting.of(
            "TENANCY_CONSOLE",
            "on",
            "off",
            "`on` serves the console at `/`, and the web components at `/ui/`.",
            Formats.choice(Settings.Switch.class));

    static final Setting<String> CLIENT_ID = Setting.of(
            "TENANCY_CONSOLE_CLIENT_ID",
            null,
            "console",
            "The console's client ID at the providers of `TENANCY_OIDC_ISSUER`: a public client, with the console's "
                    + "address as redirect URI. Absent: nobody signs in to the console at a provider.",
            ConsoleFormats::clientId);

    static final Setting<String> SCOPE = Setting.of(
            "TENANCY_CONSOLE_SCOPE",
            "openid profile email",
            "openid email api://tenancy/access",
            "The scope that the console asks the providers for, its parts separated by blanks.",
            ConsoleFormats::scope);

    static final Setting<Map<String, String>> PARAMETERS = Setting.of(
            "TENANCY_CONSOLE_PARAMETERS",
            null,
            "audience=https://tenancy.example.com",
            "What the console's authorization request says besides, as `name=value`, separated by commas.",
            ConsoleFormats::parameters);

    static final List<Setting<?>> ALL = List.of(CONSOLE, CLIENT_ID, SCOPE, PARAMETERS);

    private ConsoleSettings() {}

    static void check(Values values, List<String> faults) {
        if (values.given(CLIENT_ID) && !values.given(ProviderSettings.ISSUER)) {
            faults.add("%s: is missing, and %s needs it: the console is a client of those providers; example: %s"
                    .formatted(ProviderSettings.ISSUER.name(), CLIENT_ID.name(), ProviderSettings.ISSUER.example()));
        }
        if (values.given(PARAMETERS) && !values.given(CLIENT_ID)) {
            faults.add("%s: is missing, and %s needs it; example: %s"
                    .formatted(CLIENT_ID.name(), PARAMETERS.name(), CLIENT_ID.example()));
        }
    }
}
