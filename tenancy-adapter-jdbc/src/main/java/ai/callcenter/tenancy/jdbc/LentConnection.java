package ai.callcenter.tenancy.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A connection for somebody who must neither end its transaction nor keep it. */
final class LentConnection {
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
    private volatile boolean over;

    private LentConnection(Connection lender) {
        this.lender = lender;
    }

    /** What is done with it. */
    @FunctionalInterface
    interface Use {
        void of(Connection lent) throws SQLException;
    }

    static void lend(Connection lender, Use use) throws SQLException {
        LentConnection lent = new LentConnection(lender);
        try {
            use.of((Connection) Proxy.newProxyInstance(
                    LentConnection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> lent.invoke(method, arguments)));
        } finally {
            lent.over = true;
        }
    }

    private Object invoke(Method method, Object[] arguments) throws Throwable {
        if (over) {
            throw new IllegalStateException("this connection was a listener's while it was told of one event");
        }
        // A rollback to a savepoint of the listener's own ends nothing.
        boolean toSavepoint = method.getName().equals("rollback") && method.getParameterCount() == 1;
        if (REFUSED.contains(method.getName()) && !toSavepoint) {
            throw new IllegalStateException("a listener may not call " + method.getName()
                    + " on the connection: the transaction is the library's, which ends it");
        }
        try {
            return method.invoke(lender, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
