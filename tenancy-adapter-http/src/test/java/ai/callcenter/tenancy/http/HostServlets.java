package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.scope.TenantScope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's servlets: each tells for whom it runs. */
final class HostServlets {
    static final TenantScope SCOPE = TenantScope.create();

    /** Each request that reached a servlet: its path and its dispatch. */
    final List<String> reached = new CopyOnWriteArrayList<>();

    /** What happens while a request is another thread's. */
    volatile Runnable meanwhile = () -> {};

    /** What a servlet does. */
    @FunctionalInterface
    private interface Work {
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    Map<String, HttpServlet> all() {
        Map<String, HttpServlet> all = new TreeMap<>();
        all.put("/calls/*", servlet(HostServlets::tell));
        all.put("/t/*", servlet(HostServlets::tell));
        all.put("/health", servlet(HostServlets::tell));
        all.put("/error", servlet(HostServlets::tell));
        all.put(
                "/forward",
                servlet((request, response) ->
                        request.getRequestDispatcher("/calls").forward(request, response)));
        all.put("/async", servlet(this::async));
        all.put("/fail", servlet((request, response) -> {
            throw new ServletException("the application fails");
        }));
        all.put("/admins", servlet((request, response) -> {
            TenantRequest.of(request).require(Role.ADMIN);
            tell(request, response);
        }));
        all.put("/wrapped", servlet((request, response) -> {
            try {
                TenantRequest.of(request).require(Role.ADMIN);
            } catch (RuntimeException e) {
                throw new ServletException(e);
            }
        }));
        all.put("/begun", servlet((request, response) -> {
            response.getWriter().print("begun");
            TenantRequest.of(request).require(Role.ADMIN);
        }));
        all.put("/described", servlet((request, response) -> {
            response.setHeader("Access-Control-Allow-Origin", "https://desk.example");
            response.setHeader("Content-Security-Policy", "default-src 'self'");
            response.addHeader("Set-Cookie", "a=1");
            response.addHeader("Set-Cookie", "b=2");
            response.setHeader("Content-Encoding", "gzip");
            response.setHeader("Content-Language", "de");
            response.setHeader("ETag", "\"of the body\"");
            response.setHeader("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
            response.setContentLength(1_000_000);
            response.getOutputStream().write(7);
            TenantRequest.of(request).require(Role.ADMIN);
        }));
        return all;
    }

    /** The tenant, the role, the request's id, and the scope's tenant. */
    private static void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String known = TenantRequest.find(request)
                .map(one -> one.tenantId() + " " + one.role().wire() + " " + one.requestId() + " "
                        + one.caller().tenant())
                .orElse("nobody");
        String scope = SCOPE.find().map(Object::toString).orElse("none");
        response.setContentType("text/plain");
        response.getWriter().print(request.getDispatcherType() + " " + known + " in " + scope);
    }

    /** Hands the request to another thread, which hands it back. */
    private void async(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            tell(request, response);
            return;
        }
        AsyncContext async = request.startAsync();
        Thread.ofVirtual().start(() -> {
            meanwhile.run();
            async.dispatch();
        });
    }

    private HttpServlet servlet(Work work) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                reached.add(request.getRequestURI() + " " + request.getDispatcherType());
                work.serve(request, response);
            }
        };
    }
}
