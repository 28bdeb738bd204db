package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tenant's id in the path, after literal segments. It is read from the path as it was sent, which frameworks route
 * by; what a container or a proxy would read as another path is refused.
 *
 * @param before the literal segments with their slashes, such as {@code /t/}
 */
record PathTenant(String before) implements TenantResolver {
    private static final String PARAMETER = "{tenant}";
    private static final Pattern TEMPLATE = Pattern.compile("/(?:[A-Za-z0-9_~-]+/)*\\{tenant}");

    /** Dot segments, empty ones, parameters, backslashes; plain and encoded, and encoded twice. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|;|\\\\|/\\.{1,2}(?:/|$)|%(?:2[eEfF5]|3[bB]|5[cC]|00)");

    /** @throws IllegalArgumentException unless it is literal segments and then the parameter */
    static PathTenant of(String template) {
        if (!TEMPLATE.matcher(template).matches()) {
            throw new IllegalArgumentException("not a path to a tenant: " + template
                    + "; write literal segments and {tenant} as the last one, such as /t/{tenant}");
        }
        return new PathTenant(template.substring(0, template.length() - PARAMETER.length()));
    }

    @Override
    public Optional<TenantId> resolve(HttpServletRequest request, VerifiedToken token) {
        String path = request.getRequestURI();
        String context = request.getContextPath();
        if (AMBIGUOUS.matcher(path).find() || !path.startsWith(context)) {
            throw Refusal.parameter("path", "write it without dot segments, empty ones, parameters and their codes");
        }
        if (!path.startsWith(before, context.length())) {
            // A container routes /%74/ as /t/: nobody names a tenant past us.
            if (decoded(request).startsWith(before)) {
                throw Refusal.parameter("path", "write its letters as they are");
            }
            return Optional.empty();
        }
        int begin = context.length() + before.length();
        int end = path.indexOf('/', begin);
        return Optional.of(HeaderTenant.parse("tenant", path.substring(begin, end < 0 ? path.length() : end)));
    }

    private static String decoded(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
