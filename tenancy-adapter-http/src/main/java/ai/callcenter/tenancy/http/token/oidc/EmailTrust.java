package ai.callcenter.tenancy.http.token.oidc;

/** Whether the e-mail in a provider's token counts as checked. */
public enum EmailTrust {
    /** Where the provider says so ({@code email_verified} is true). A claim that is absent says nothing. */
    VERIFIED,

    /**
     * Where the provider does not say that it is not, as with one that has no such claim. Only right where the people
     * who run the provider, and not its users, decide which address a user has: whoever can choose an address freely
     * can take over the account that waits for it.
     */
    ALWAYS
}
