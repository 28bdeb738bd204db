package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.jdbc.TenantConnection.Question;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection for somebody who must neither end its transaction nor keep it. */
final class LentConnection implements InvocationHandler, Handed.Owner {
    private static final Set<String> REFUSED = Set.of(
            "commit",
            "rollback",
            "close",
            "abort",
            "beginRequest",
            "endRequest",
            "setAutoCommit",
            "setReadOnly",
            "setTransactionIsolation",
            "setNetworkTimeout",
            "setSchema",
            "setCatalog",
            "unwrap");

    private final Connection lender;
    private final Connection proxy;
    private volatile boolean over;

    private LentConnection(Connection lender) {
        this.lender = lender;
        this.proxy = (Connection)
                Proxy.newProxyInstance(LentConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    /** What is done with it. */
    @FunctionalInterface
    interface Use {
        void of(Connection lent) throws SQLException;
    }

    static void lend(Connection lender, Use use) throws SQLException {
        LentConnection lent = new LentConnection(lender);
        try {
            use.of(lent.proxy);
        } finally {
            lent.over = true;
        }
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] values) throws Throwable {
        String name = method.getName();
        switch (name) {
            case "equals":
                return values != null && self == values[0];
            case "hashCode":
                return System.identityHashCode(self);
            case "toString":
                return "connection of a listener over " + lender;
            default:
                requireOpen();
        }
        // A rollback to a savepoint of the listener's own ends nothing.
        boolean toSavepoint = name.equals("rollback") && method.getParameterCount() == 1;
        if (REFUSED.contains(name) && !toSavepoint) {
            throw refused(name);
        }
        return Handed.wrap(this, null, TenantConnection.call(lender, method, values));
    }

    private static IllegalStateException refused(String name) {
        return new IllegalStateException("a listener may not call " + name
                + " on the connection: the transaction is the library's, which ends it");
    }

    @Override
    public Connection proxy() {
        return proxy;
    }

    @Override
    public boolean closed() {
        return over;
    }

    @Override
    public void requireOpen() {
        if (over) {
            throw new IllegalStateException("this connection was a listener's while it was told of one event");
        }
    }

    @Override
    public @Nullable Object ask(Question question, Question inItsOwn) throws Throwable {
        return question.ask();
    }

    @Override
    public @Nullable Object bare(Question question) {
        throw refused("unwrap");
    }
}
