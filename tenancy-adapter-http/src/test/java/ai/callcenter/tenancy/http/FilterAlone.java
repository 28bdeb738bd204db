package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.tenant.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One of each answer of a filter on Tomcat; loaded by a class loader that has little else. */
public final class FilterAlone {
    private FilterAlone() {}

    /** The statuses. */
    public static List<Integer> answers() throws Exception {
        FilterOffice office = new FilterOffice(new InMemoryStore());
        Tenant acme = office.tenant("acme.example");
        FilterOffice.Person vera = office.member(acme, Role.VIEWER);
        TenancyFilter filter = office.filter()
                .tenantFrom(
                        TenantResolver.header("X-Tenant-Id"),
                        TenantResolver.domain(office.tenancy),
                        TenantResolver.path("/t/{tenant}"))
                .build();
        List<Integer> statuses = new ArrayList<>();
        try (ServletHost host = TomcatHost.start(filter, new HostServlets().all())) {
            URI calls = URI.create("http://127.0.0.1:" + host.port() + ServletHost.CONTEXT + "/calls");
            String id = acme.id().toString();
            statuses.add(status(calls, "Bearer " + vera.token(), id));
            statuses.add(status(calls, "Basic x", id));
            statuses.add(status(calls, "Bearer x", id));
            statuses.add(status(calls, "Bearer " + office.person().in(acme), id));
            statuses.add(
                    status(calls, "Bearer " + vera.in(acme), UUID.randomUUID().toString()));
            statuses.add(status(calls, "Bearer " + vera.in(acme), "acme"));
        }
        return statuses;
    }

    private static int status(URI uri, String authorization, String tenant) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("X-Tenant-Id", tenant)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
