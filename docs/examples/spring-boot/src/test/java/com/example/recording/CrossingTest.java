package com.example.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two tenants, and each way from one into the other. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "tenancy.token.secret=" + Office.SECRET)
class CrossingTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private HikariDataSource pool;

    @LocalServerPort
    private int port;

    private Office acme;
    private Office globex;
    private String path;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", Database::url);
    }

    @BeforeEach
    void globexHasARecording() throws Exception {
        acme = Office.open(tenancy, "acme");
        globex = Office.open(tenancy, "globex");
        HttpResponse<String> added = send(request(globex, "/recordings")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"number\":\"+4930123\",\"file\":\"b.ogg\"}")));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        path = "/recordings/" + added.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private HttpRequest.Builder request(Office caller, String where) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + where))
                .header("Authorization", "Bearer " + caller.token());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void membersSeeTheirOwn() throws Exception {
        assertThat(send(request(globex, path)).body()).contains("b.ogg");
        assertThat(send(request(globex, "/recordings")).body()).contains("b.ogg");
    }

    @Test
    void anIdOfAnotherTenantsLeadsNowhere() throws Exception {
        assertThat(send(request(acme, path)).statusCode()).isEqualTo(404);
        assertThat(send(request(acme, "/recordings")).body()).isEqualTo("[]");
    }

    @Test
    void aHeaderThatNamesAnotherTenantIsRefused() throws Exception {
        String other = globex.id().toString();
        HttpResponse<String> answer = send(request(acme, path).header("X-Tenant-Id", other));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("wrong_tenant");
    }

    @Test
    void whoIsRemovedIsRefusedAtOnce() throws Exception {
        tenancy.members().remove(Office.HOST, globex.id(), globex.member());
        assertThat(send(request(globex, path)).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutATokenThereIsHealthAlone() throws Exception {
        URI there = URI.create("http://localhost:" + port);
        assertThat(send(HttpRequest.newBuilder(there.resolve(path))).statusCode())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(there.resolve("/actuator/health"))).body())
                .contains("UP");
    }

    @Test
    void sqlOfTheServicesLoginSeesOneTenantsRowsOrNone() throws Exception {
        assertThat(new JdbcTemplate(pool).queryForList("select * from recordings"))
                .isEmpty();
        try (Connection connection = TenantDataSource.over(pool).connect(acme.id());
                Statement statement = connection.createStatement()) {
            String intoGlobex = "insert into recordings (tenant_id, id, number, file) values ('" + globex.id()
                    + "', gen_random_uuid(), '1', '2')";
            assertThatThrownBy(() -> statement.execute(intoGlobex)).hasMessageContaining("row-level security");
            assertThat(statement.executeUpdate("delete from recordings")).isZero();
        }
        assertThat(send(request(globex, path)).statusCode()).isEqualTo(200);
    }

    @Test
    void customersFromBeforeAreTenants() {
        assertThat(tenancy.tenants().get(Office.HOST, Onboarding.ACME).tenant().userCount())
                .isEqualTo(1);
    }
}
