package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.Backlog;
import ai.callcenter.tenancy.event.TenancyEvent.MemberAdded;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRemoved;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of docs/embedding.md on events. */
class EventsPageTest {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## Events$.*?(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Caller HOST = Caller.host("page");

    private interface Customers {
        boolean mayAdd(TenantId tenant);
    }

    private record Invoices(BlockingQueue<String> lines) {
        void addSeat(TenantId tenant, UUID event) {
            lines.add("added " + tenant + event.version());
        }

        void removeSeat(TenantId tenant, UUID event) {
            lines.add("removed " + tenant + event.version());
        }
    }

    @Test
    void thePageShowsTheLinesThatAreRunHere() throws IOException {
        Path source = Path.of("src/test/java", EventsPageTest.class.getName().replace('.', '/') + ".java");
        String here = lines(Files.readString(source));
        String section = SECTION.matcher(Files.readString(Path.of("..", "docs", "embedding.md")))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        List<String> blocks =
                BLOCK.matcher(section).results().map(block -> block.group(1)).toList();
        assertThat(blocks).hasSize(5).allSatisfy(block -> assertThat(here).contains(lines(block)));
    }

    private static String lines(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    @Test
    void theLinesDoWhatThePageSays() throws Exception {
        TestPostgres database = TestPostgres.create();
        try (JdbcTenancy jdbc = JdbcTenancy.open(database.config());
                Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, """
                    create table public.changes (tenant_id uuid, what text);
                    grant insert on public.changes to test_service""");
            run(jdbc, superuser);
        }
    }

    private static void run(JdbcTenancy jdbc, Connection superuser) throws Exception {
        Tenancy tenancy = Tenancy.on(jdbc.store());
        TenantId acme =
                tenancy.tenants().create(HOST, NewTenant.named("Acme")).tenant().id();
        Email bob = new Email("bob@acme.example");
        Customers customers = tenant -> false;
        Invoices invoices = new Invoices(new LinkedBlockingQueue<>());

        Tenancy guarded = Tenancy.builder(jdbc.store())
                .listener(event -> {
                    if (event instanceof MemberAdded added && !customers.mayAdd(added.tenantId())) {
                        throw TenancyException.refused("Your contract has no more members; talk to sales.");
                    }
                })
                .build();
        assertThatThrownBy(() -> guarded.members().add(HOST, acme, bob, Role.VIEWER))
                .hasMessage("Your contract has no more members; talk to sales.");

        Dispatcher dispatcher = tenancy.events().subscribe("billing", event -> {
            switch (event) {
                case MemberAdded added -> invoices.addSeat(added.tenantId(), added.id());
                case MemberRemoved removed -> invoices.removeSeat(removed.tenantId(), removed.id());
                default -> {} // and whatever comes in a later version
            }
        });
        dispatcher.start();

        Tenancy billed = Tenancy.on(jdbc.store((event, connection) -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into changes (tenant_id, what) values (?, ?)")) {
                insert.setObject(1, event.tenantId().value());
                insert.setString(2, event.name());
                insert.executeUpdate();
            }
        }));
        billed.members().add(HOST, acme, bob, Role.VIEWER);
        tenancy.members().remove(HOST, acme, bob);
        assertThat(invoices.lines().poll(30, TimeUnit.SECONDS)).isEqualTo("added " + acme + 7);
        assertThat(invoices.lines().poll(30, TimeUnit.SECONDS)).isEqualTo("removed " + acme + 7);
        assertThat(changes(superuser)).isEqualTo(acme + " member.added");

        Backlog backlog = tenancy.events().backlog("billing");
        for (Backlog.Stuck stuck : backlog.stuck()) {
            if (stuck.failures() > 20) {
                tenancy.events().skip("billing", stuck.tenant(), stuck.event());
            }
        }
        dispatcher.close();
        tenancy.events().unsubscribe("billing");
    }

    private static String changes(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row =
                        statement.executeQuery("select string_agg(tenant_id || ' ' || what, ',') from changes")) {
            row.next();
            return row.getString(1);
        }
    }
}
