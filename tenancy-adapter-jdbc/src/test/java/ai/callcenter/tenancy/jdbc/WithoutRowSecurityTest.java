package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.contract.StoreContract;
import ai.callcenter.tenancy.store.TenancyStore;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One wall gone: with row-level security off on every table, the store's own conditions keep the whole contract. */
class WithoutRowSecurityTest extends StoreContract {
    private static final TestPostgres DATABASE = TestPostgres.create();
    private static final JdbcTenancy TENANCY =
            JdbcTenancy.open(DATABASE.config().withPoolSize(4));

    @BeforeAll
    static void open() throws SQLException {
        DATABASE.disableRowSecurity();
    }

    @AfterAll
    static void close() {
        TENANCY.close();
    }

    @Override
    public TenancyStore store() {
        return TENANCY.store();
    }

    @Override
    public List<String> platformTrail(String subject) {
        return JdbcStoreTest.platformTrail(DATABASE, subject);
    }
}
