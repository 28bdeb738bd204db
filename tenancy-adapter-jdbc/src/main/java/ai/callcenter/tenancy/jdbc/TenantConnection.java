package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the host's pool, as one tenant may use it: no statement reaches the database before the transaction
 * that it runs in has the tenant's context. In auto-commit mode each statement has a transaction of its own, which is
 * begun and ended here.
 */
final class TenantConnection implements InvocationHandler, Handed.Owner {
    private final Connection host;
    private final boolean autoCommit;
    private final TenantContext context;
    private final Connection proxy;
    /** One question at a time: the driver would let one in between a context and the statement that it is for. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile boolean closed;

    private TenantConnection(Connection host, TenantContext context) throws SQLException {
        this.host = host;
        this.autoCommit = host.getAutoCommit();
        this.context = context;
        this.proxy = (Connection) Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
    }

    static Connection over(Connection host, TenantContext context) throws SQLException {
        return new TenantConnection(host, context).proxy;
    }

    TenantId tenant() {
        return context.tenant();
    }

    Connection host() {
        return host;
    }

    @Override
    public Connection proxy() {
        return proxy;
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] values) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> values != null && self == values[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "connection of tenant " + tenant() + " over " + host;
            case "isClosed" -> closed || host.isClosed();
            case "close" -> {
                close();
                yield null;
            }
            case "abort" -> {
                closed = true;
                yield call(host, method, values);
            }
            case "unwrap" -> unwrap((Class<?>) first(values), self, method, values);
            case "isWrapperFor" -> isWrapperFor((Class<?>) first(values), self);
            // The context first: what goes back to a savepoint from before it would undo it.
            case "setSavepoint" ->
                alone(() -> {
                    if (!host.getAutoCommit()) {
                        context.ensure(host);
                    }
                    return call(host, method, values);
                });
            case "commit", "rollback", "setAutoCommit" -> ending(method, values);
            default -> alone(() -> Handed.wrap(this, null, call(host, method, values)));
        };
    }

    /** What is done while nobody else asks anything. */
    @FunctionalInterface
    interface Question {
        @Nullable
        Object ask() throws Throwable;
    }

    /** Asks the database something, in this tenant's context. */
    @Override
    public @Nullable Object ask(Question question, Question inItsOwn) throws Throwable {
        return alone(() -> {
            if (host.getAutoCommit()) {
                return OneTransaction.of(host, context, inItsOwn);
            }
            context.ensure(host);
            return question.ask();
        });
    }

    @Override
    public void requireOpen() throws SQLException {
        if (closed) {
            throw new SQLException("this connection is closed, and all that it handed out with it", "08003");
        }
    }

    private @Nullable Object alone(Question question) throws Throwable {
        lock.lock();
        try {
            requireOpen();
            return question.ask();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Object ending(Method method, @Nullable Object @Nullable [] values) throws Throwable {
        return alone(() -> {
            context.gone();
            return call(host, method, values);
        });
    }

    private static boolean ours(Class<?> type, Object self) {
        return type == TenantConnection.class || type.isInstance(self);
    }

    private boolean isWrapperFor(Class<?> type, Object self) throws SQLException {
        requireOpen();
        return ours(type, self) || host.isWrapperFor(type);
    }

    private @Nullable Object unwrap(Class<?> type, Object self, Method method, @Nullable Object @Nullable [] values)
            throws Throwable {
        requireOpen();
        if (type == TenantConnection.class) {
            return this;
        }
        return type.isInstance(self) ? self : bare(() -> call(host, method, values));
    }

    /** Hands out what is not held to the context: with the context set, for the rest of a transaction. */
    @Override
    public @Nullable Object bare(Question question) throws Throwable {
        return alone(() -> {
            if (host.getAutoCommit()) {
                throw new SQLException(
                        "the driver's own objects are handed out inside a transaction only: setAutoCommit(false)"
                                + " before, since a statement outside of one has no tenant");
            }
            context.ensure(host);
            return question.ask();
        });
    }

    /** Hands the connection back as it came, or, where that cannot be had, ends it. */
    private void close() throws SQLException {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            try (Connection back = host) {
                clean(back);
            }
        } finally {
            lock.unlock();
        }
    }

    private void clean(Connection back) throws SQLException {
        if (back.isClosed()) {
            return;
        }
        try {
            if (!back.getAutoCommit()) {
                back.rollback();
            }
            if (context.sealed()) {
                discard(back);
            }
            if (back.getAutoCommit() != autoCommit) {
                back.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            back.abort(Runnable::run); // nobody else may have it
            throw e;
        }
    }

    /**
     * SQL that nobody trusts can leave things in the session for the next tenant, down to a statement of its own under
     * the name by which the driver knows the one that sets the context.
     */
    private static void discard(Connection back) throws SQLException {
        back.setAutoCommit(true);
        try (Statement statement = back.createStatement()) {
            statement.execute("discard all");
        }
    }

    static @Nullable Object call(Object on, Method method, @Nullable Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(on, values);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    static Object first(@Nullable Object @Nullable [] values) {
        Object first = values == null ? null : values[0];
        if (first == null) {
            throw new IllegalArgumentException("null is given where an object has to be");
        }
        return first;
    }
}
