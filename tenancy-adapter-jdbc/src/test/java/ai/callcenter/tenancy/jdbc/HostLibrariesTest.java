package ai.callcenter.tenancy.jdbc;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Each library straight on PostgreSQL, and behind a PgBouncer whose one connection both tenants use. */
class HostLibrariesTest {
    @TempDir
    static Path folder;

    private static @Nullable PgBouncer bouncer;

    /** Clients have a pool of one each; the server's connection is the bouncer's. */
    static Calls behindPgBouncer() throws Exception {
        Calls direct = Calls.open();
        direct.close();
        endBouncer();
        bouncer = PgBouncer.before(direct.database(), folder);
        return new Calls(direct.database(), Calls.pool(bouncer.url()));
    }

    @AfterAll
    static void endBouncer() {
        if (bouncer != null) {
            bouncer.close();
        }
    }

    @Nested
    class Jdbc extends JdbcWork {}

    @Nested
    class Jooq extends JooqWork {}

    @Nested
    class Spring extends SpringWork {}

    @Nested
    class Hibernate extends HibernateWork {}

    @Nested
    class JdbcBehindPgBouncer extends JdbcWork {
        @Override
        Calls host() throws Exception {
            return behindPgBouncer();
        }
    }

    @Nested
    class JooqBehindPgBouncer extends JooqWork {
        @Override
        Calls host() throws Exception {
            return behindPgBouncer();
        }
    }

    @Nested
    class SpringBehindPgBouncer extends SpringWork {
        @Override
        Calls host() throws Exception {
            return behindPgBouncer();
        }
    }

    @Nested
    class HibernateBehindPgBouncer extends HibernateWork {
        @Override
        Calls host() throws Exception {
            return behindPgBouncer();
        }
    }
}
