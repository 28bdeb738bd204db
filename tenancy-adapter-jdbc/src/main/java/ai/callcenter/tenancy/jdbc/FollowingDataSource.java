package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections for whichever tenant it is at the moment. */
record FollowingDataSource(TenantDataSource source, DataSource host, Supplier<? extends @Nullable TenantId> tenant)
        implements DataSource {
    private static final String NOBODYS = "a connection is for one tenant, and there is none at the moment: ask for it"
            + " inside the work of a tenant. Where it is Hibernate that asks, while it starts: set"
            + " hibernate.boot.allow_jdbc_metadata_access=false,"
            + " jakarta.persistence.database-product-name=PostgreSQL, and no ddl-auto";

    @Override
    public Connection getConnection() throws SQLException {
        return source.connect(current(), this::now);
    }

    private TenantId current() {
        TenantId current;
        try {
            current = tenant.get();
        } catch (IllegalStateException e) { // as TenantScope.current says that there is none
            throw new IllegalStateException(NOBODYS, e);
        }
        if (current == null) {
            throw new IllegalStateException(NOBODYS);
        }
        return current;
    }

    private @Nullable TenantId now() {
        try {
            return tenant.get();
        } catch (RuntimeException e) { // nobody's, after the work that asked for the connection
            return null;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections are of the host's login; call getConnection()");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return host.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter to) throws SQLException {
        host.setLogWriter(to);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        host.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return host.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return host.getParentLogger();
    }

    /** Never the host's: its connections are of no tenant. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("this data source hands out connections of one tenant, and leads to no "
                    + type.getName() + ", whose connections would be of none");
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
