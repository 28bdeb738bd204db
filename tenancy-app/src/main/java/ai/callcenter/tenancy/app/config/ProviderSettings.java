package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.token.oidc.EmailTrust;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import java.util.List;
import java.util.Set;

/** The settings of OpenID Connect providers, in the table of all settings. */
final class ProviderSettings {
    static final Setting<Set<String>> ISSUER = Setting.of(
            "TENANCY_OIDC_ISSUER",
            null,
            "https://login.example.com/realms/callcenter",
            "The OpenID Connect providers whose tokens are accepted as identity tokens, by their issuers, separated by "
                    + "commas. Their keys are found by discovery and kept fresh. Absent: none.",
            Formats.list(OidcSettings::issuer));

    static final Setting<Set<String>> AUDIENCE = Setting.of(
            "TENANCY_OIDC_AUDIENCE",
            null,
            "tenancy",
            "The audiences, separated by commas, of which each provider's token needs one. Wanted with "
                    + "`TENANCY_OIDC_ISSUER`: without it a token made for another service would do.",
            Formats.list(OidcSettings::audience));

    static final Setting<String> EMAIL_CLAIM = Setting.of(
            "TENANCY_OIDC_EMAIL_CLAIM",
            "email",
            "preferred_username",
            "The claim of a provider's token that has the e-mail.",
            OidcSettings::claim);

    static final Setting<String> EMAIL_VERIFIED_CLAIM = Setting.of(
            "TENANCY_OIDC_EMAIL_VERIFIED_CLAIM",
            "email_verified",
            "xms_edov",
            "The claim of a provider's token that says whether the provider has checked the e-mail.",
            OidcSettings::claim);

    static final Setting<String> NAME_CLAIM = Setting.of(
            "TENANCY_OIDC_NAME_CLAIM",
            "name",
            "given_name",
            "The claim of a provider's token that has the person's name.",
            OidcSettings::claim);

    static final Setting<EmailTrust> TRUST_EMAIL = Setting.of(
            "TENANCY_OIDC_TRUST_EMAIL",
            "verified",
            "always",
            "When a provider's e-mail counts as checked: `verified`, where the claim says true, or `always`, also where "
                    + "there is no such claim, which is only right where users cannot choose their address at the provider.",
            Formats.choice(EmailTrust.class));

    static final List<Setting<?>> ALL =
            List.of(ISSUER, AUDIENCE, EMAIL_CLAIM, EMAIL_VERIFIED_CLAIM, NAME_CLAIM, TRUST_EMAIL);

    private ProviderSettings() {}

    static void check(Values values, List<String> faults) {
        if (values.given(ISSUER) && !values.given(AUDIENCE)) {
            faults.add("%s: is missing, and %s needs it, or a token that was made for another service would do; "
                            .formatted(AUDIENCE.name(), ISSUER.name())
                    + "set it to the audience that the provider writes into tokens for this one; example: "
                    + AUDIENCE.example());
        }
        if (values.given(AUDIENCE) && !values.given(ISSUER)) {
            faults.add("%s: is missing, and %s needs it; example: %s"
                    .formatted(ISSUER.name(), AUDIENCE.name(), ISSUER.example()));
        }
        Set<String> issuers = values.find(ISSUER);
        String own = values.find(Settings.TOKEN_ISSUER);
        if (issuers != null && own != null && issuers.contains(own)) {
            faults.add("%s: has %s, which is %s too; each issuer has keys of its own"
                    .formatted(ISSUER.name(), own, Settings.TOKEN_ISSUER.name()));
        }
    }

    /** One for each issuer. */
    static List<OidcSettings> of(Values values) {
        Set<String> issuers = values.find(ISSUER);
        if (issuers == null) {
            return List.of();
        }
        return issuers.stream()
                .map(issuer -> new OidcSettings(
                        issuer,
                        values.get(AUDIENCE),
                        values.get(EMAIL_CLAIM),
                        values.get(EMAIL_VERIFIED_CLAIM),
                        values.get(NAME_CLAIM),
                        values.get(TRUST_EMAIL)))
                .toList();
    }
}
