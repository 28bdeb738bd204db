package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.scope.TenantScope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets members of a tenant in, and nobody else, before the servlets of an application on any servlet container:
 *
 * <pre>{@code
 * Filter filter = TenancyFilter.builder(tenancy, verifier).build();
 * }</pre>
 *
 * <p>The request's bearer token is verified, the tenant found, and the caller's membership in it read, in one round
 * trip to the store and on each request, so access ends with the next one. What is refused is answered as the API
 * answers it: a problem (RFC 9457), with {@code WWW-Authenticate} where it is 401. What is let in finds
 * {@link TenantRequest#of} filled.
 *
 * <p>A {@code TenancyException} that the application lets pass, from a use case or from {@link TenantRequest#require},
 * is answered as the API does too, while nothing is sent yet: the application's body is dropped with the headers that
 * describe it, others stay.
 *
 * <p>A request is judged once, when it arrives. On a dispatch of the same request, such as an asynchronous one, it is
 * known already, and the scope is opened again. A dispatch to an error page, of a request that was never judged, goes
 * on without a tenant; a forward is judged. {@code OPTIONS} needs a token as everything does: a filter that answers
 * CORS preflights goes before this one.
 *
 * <p>Safe for use by many threads. Loads neither Javalin nor Jetty.
 */
public final class TenancyFilter implements Filter {
    private final Admission admission;
    private final ExactPaths open;
    private final @Nullable TenantScope scope;
    /** The attribute by which this filter knows what it has let in itself. */
    private final String own = TenantRequest.ATTRIBUTE + '.' + Integer.toHexString(System.identityHashCode(this));

    /** Another filter may have the same name for its attribute. */
    private record Admitted(TenancyFilter by, TenantRequest request) {}

    private TenancyFilter(Builder builder) {
        this.admission = new Admission(
                builder.verifier,
                new VerifiedCallers(builder.tenancy.users()),
                builder.tenancy.tenants(),
                List.copyOf(builder.resolvers),
                builder.least);
        this.open = new ExactPaths(builder.open);
        this.scope = builder.scope;
    }

    /**
     * A filter that takes the tenant from the token, and lets every role in.
     *
     * @param verifier verifies the tokens of callers: tenant tokens and identity tokens
     */
    public static Builder builder(Tenancy tenancy, TokenVerifier verifier) {
        return new Builder(tenancy, verifier);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("not HTTP: nobody can be known");
        }
        TenantRequest known = known(http);
        if (known == null && !isOpen(http)) {
            known = admit(http, answer);
            if (known == null) {
                return;
            }
        }
        HostRefusal refusal = HostRefusal.before(http, answer);
        try {
            pass(known, http, answer, chain);
        } catch (ServletException | RuntimeException e) {
            if (!refusal.answer(e)) {
                throw e;
            }
        }
    }

    /** Lets the request in, or answers why not: then it is null, and the request is done with. */
    @Nullable
    TenantRequest admit(HttpServletRequest request, HttpServletResponse response) {
        Exchange exchange = Exchange.of(request);
        try {
            TenantRequest admitted = admission.admit(request, exchange);
            // Of another filter: one request is one tenant's.
            TenantRequest.find(request).ifPresent(other -> Admission.agreed(other.tenantId(), admitted.tenantId()));
            request.setAttribute(TenantRequest.ATTRIBUTE, admitted);
            request.setAttribute(own, new Admitted(this, admitted));
            return admitted;
        } catch (RuntimeException e) {
            Answer.of(Failures.problem(e, exchange), request.getRequestURI(), exchange)
                    .send(response, exchange);
            return null;
        }
    }

    private @Nullable TenantRequest known(HttpServletRequest request) {
        return request.getAttribute(own) instanceof Admitted admitted && admitted.by == this ? admitted.request : null;
    }

    private boolean isOpen(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR || open.contains(request);
    }

    private void pass(
            @Nullable TenantRequest known, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (known == null || scope == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            scope.of(known.tenantId()).<Exception>run(() -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Settings of a {@link TenancyFilter}. */
    public static final class Builder {
        private final Tenancy tenancy;
        private final TokenVerifier verifier;
        private final List<TenantResolver> resolvers = new ArrayList<>();
        private final Set<String> open = new HashSet<>();
        private Role least = Role.VIEWER;
        private @Nullable TenantScope scope;

        private Builder(Tenancy tenancy, TokenVerifier verifier) {
            this.tenancy = tenancy;
            this.verifier = verifier;
        }

        /**
         * Where else a request names its tenant, beside a tenant token. Whatever names one must name the same, else the
         * answer is 403 {@code wrong_tenant}; where nothing names one it is 404 {@code no_current_tenant}.
         */
        public Builder tenantFrom(TenantResolver... also) {
            resolvers.addAll(List.of(also));
            return this;
        }

        /** The least role that is let in; {@link Role#VIEWER}, which is everybody, where none is given. */
        public Builder least(Role role) {
            this.least = role;
            return this;
        }

        /** A scope to be open, for the tenant, while the request is served. */
        public Builder scope(TenantScope around) {
            this.scope = around;
            return this;
        }

        /**
         * A path, below the context path, that is served without a token and without a tenant: exactly this one,
         * written exactly so.
         *
         * @throws IllegalArgumentException from {@link #build}, for what is not one plain path
         */
        public Builder except(String path) {
            open.add(path);
            return this;
        }

        /** Builds it. */
        public TenancyFilter build() {
            return new TenancyFilter(this);
        }
    }
}
