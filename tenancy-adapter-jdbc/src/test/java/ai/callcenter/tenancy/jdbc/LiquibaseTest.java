package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's Liquibase runs the packaged SQL as the guide says, then isolates a table that the host had before. */
class LiquibaseTest {
    /** Kept, so that its level is. */
    private static final Logger LOG = Logger.getLogger("liquibase");

    private static final String BEFORE = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="calls" author="host">
                <createTable tableName="calls">
                  <column name="tenant_id" type="uuid"/>
                  <column name="id" type="bigint"/>
                </createTable>
                <addPrimaryKey tableName="calls" columnNames="tenant_id, id"/>
              </changeSet>
            """;

    private static final String OURS = """
              <changeSet id="%1$s" author="tenancy">
                <sql>set role tenancy_owner</sql>
                <sqlFile path="ai/callcenter/tenancy/jdbc/migrations/%1$s" splitStatements="false"/>
                <sql>reset role</sql>
              </changeSet>
            """;

    private static final String AFTER = """
              <changeSet id="calls are isolated" author="host">
                <sql>select tenancy.isolate('calls')</sql>
              </changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    Path folder;

    private TestPostgres database;

    @BeforeEach
    void aHostWithAChangelog() throws SQLException, IOException {
        LOG.setLevel(Level.WARNING);
        database = TestPostgres.prepared();
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "grant create on schema public to " + TestPostgres.MIGRATOR);
        }
        Files.writeString(
                folder.resolve("changelog.xml"),
                BEFORE + files().stream().map(OURS::formatted).collect(Collectors.joining()) + AFTER);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "migrations"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .sorted()
                    .toList();
        }
    }

    private void update() throws Exception {
        try (Connection migrator = database.source(TestPostgres.MIGRATOR).getConnection();
                DirectoryResourceAccessor host = new DirectoryResourceAccessor(folder);
                CompositeResourceAccessor files =
                        new CompositeResourceAccessor(host, new ClassLoaderResourceAccessor())) {
            Database liquibases =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(migrator));
            Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), files, Scope.Attr.ui.name(), new LoggerUIService()),
                    () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, liquibases)
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.xml")
                            .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                            .execute());
        }
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection superuser = database.superuser()) {
            return Calls.texts(superuser, sql);
        }
    }

    @Test
    void runsThePackagedSqlAndIsolatesATableOfTheHosts() throws Exception {
        update();
        String history =
                "select id || dateexecuted || orderexecuted from public.databasechangelog order by orderexecuted";
        List<String> before = texts(history);
        assertThat(before).hasSize(files().size() + 2);
        update();
        assertThat(texts(history)).isEqualTo(before);
        try (Connection service = database.service()) {
            assertThat(IsolationCheck.run(service, List.of("public"))).isEmpty();
            assertThat(Calls.texts(service, "select id from calls")).isEmpty();
        }
        assertThat(JdbcTenancy.using(database.source(TestPostgres.SERVICE)).fault())
                .isEmpty();
        assertThat(texts("select distinct tableowner from pg_tables where schemaname = 'tenancy'"))
                .containsExactly("tenancy_owner");
        assertThat(texts("select tableowner from pg_tables where tablename in ('calls', 'databasechangelog')"))
                .containsExactly(TestPostgres.MIGRATOR, TestPostgres.MIGRATOR);
    }
}
