package com.example.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.jdbc.IsolationCheck;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tenants, and each way from one into the other. */
class CrossingTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Javalin service;

    private final Tenancy tenancy = JdbcTenancy.using(Database.pool()).tenancy();
    private Office acme;
    private Office globex;
    private String path;

    @BeforeAll
    static void start() {
        service = RoutingService.create(Database.pool(), Office.KEYS).start(0);
    }

    @AfterAll
    static void stop() {
        service.stop();
    }

    @BeforeEach
    void globexHasAQueue() throws Exception {
        acme = Office.open(tenancy, "acme");
        globex = Office.open(tenancy, "globex");
        HttpResponse<String> added = send(request(globex, "/queues")
                .POST(HttpRequest.BodyPublishers.ofString("{\"number\":\"+4930123\",\"name\":\"sales\"}")));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        path = "/queues/" + added.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private static HttpRequest.Builder request(Office caller, String where) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + where))
                .header("Authorization", "Bearer " + caller.token());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void membersSeeTheirOwn() throws Exception {
        assertThat(send(request(globex, path)).body()).contains("sales");
        assertThat(send(request(globex, "/queues?number=%2B4930123")).body()).contains("sales");
    }

    @Test
    void anIdOfAnotherTenantsLeadsNowhere() throws Exception {
        assertThat(send(request(acme, path)).statusCode()).isEqualTo(404);
        assertThat(send(request(acme, "/queues?number=%2B4930123")).body()).isEqualTo("[]");
    }

    @Test
    void aHeaderThatNamesAnotherTenantIsRefused() throws Exception {
        String other = globex.id().toString();
        HttpResponse<String> answer = send(request(acme, path).header("X-Tenant-Id", other));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("wrong_tenant");
    }

    @Test
    void aPathThatNamesAnotherTenantLeadsNowhere() throws Exception {
        String switched = "/api/v1/tenants/" + globex.id() + "/switch";
        HttpResponse<String> answer = send(request(acme, switched).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(send(request(acme, "/api/v1/tenants/" + globex.id() + "/members")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsRemovedIsRefusedAtOnce() throws Exception {
        tenancy.members().remove(Office.HOST, globex.id(), globex.member());
        assertThat(send(request(globex, path)).statusCode()).isEqualTo(403);
        assertThat(send(request(globex, "/api/v1/tenant")).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutATokenNobodyEnters() throws Exception {
        URI there = URI.create("http://localhost:" + service.port());
        for (String way : new String[] {path, path + "/", "/queues", "/queues/", "//queues", "/api/v1/tenant"}) {
            assertThat(send(HttpRequest.newBuilder(there.resolve(there + way))).statusCode())
                    .as(way)
                    .isBetween(400, 404);
        }
    }

    @Test
    void sqlOfTheServicesLoginSeesOneTenantsRowsOrNone() throws Exception {
        try (Connection connection = Database.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from queues")) {
            assertThat(rows.next()).isFalse();
        }
        try (Connection connection = TenantDataSource.over(Database.pool()).connect(acme.id());
                Statement statement = connection.createStatement()) {
            String intoGlobex = "insert into queues values ('" + globex.id() + "', gen_random_uuid(), '1', 'mine')";
            assertThatThrownBy(() -> statement.execute(intoGlobex)).hasMessageContaining("row-level security");
            assertThat(statement.executeUpdate("delete from queues")).isZero();
        }
        assertThat(send(request(globex, path)).statusCode()).isEqualTo(200);
    }

    @Test
    void everyTableIsIsolated() throws SQLException {
        IsolationCheck.require(Database.pool(), "public");
    }
}
