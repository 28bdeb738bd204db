package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.jdbc.TenantConnection.Question;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection hands out that is not to lead to the one below it: its statements, their rows, arrays, the catalog.
 * None of them does, and none works after it is closed.
 */
final class Handed implements InvocationHandler {
    /** The connection that hands out. */
    interface Owner {
        /** As whoever has it sees it. */
        Connection proxy();

        boolean closed();

        /** Throws where it is closed. */
        void requireOpen() throws SQLException;

        /**
         * Asks the database something.
         *
         * @param inItsOwn what is asked instead in auto-commit mode
         */
        @Nullable
        Object ask(Question question, Question inItsOwn) throws Throwable;

        /** Hands out the driver's own object, or refuses to. */
        @Nullable
        Object bare(Question question) throws Throwable;
    }

    private static final Set<String> ROW = Set.of("insertRow", "updateRow", "deleteRow", "refreshRow");

    private final Owner owner;
    private final Object raw;
    private final @Nullable Object parent;

    /** @param parent the statement that the rows come from, as it was handed out; null where nobody has it yet */
    private Handed(Owner owner, @Nullable Object parent, Object raw) {
        this.owner = owner;
        this.parent = parent;
        this.raw = raw;
    }

    /** The value as it may be handed out. */
    static @Nullable Object wrap(Owner owner, @Nullable Object parent, @Nullable Object value) {
        return switch (value) {
            case Connection connection -> owner.proxy();
            case CallableStatement call -> proxy(CallableStatement.class, new Handed(owner, null, call));
            case PreparedStatement statement -> proxy(PreparedStatement.class, new Handed(owner, null, statement));
            case Statement statement -> proxy(Statement.class, new Handed(owner, null, statement));
            case ResultSet rows -> proxy(ResultSet.class, new Handed(owner, parent, rows));
            case DatabaseMetaData catalog -> proxy(DatabaseMetaData.class, new Handed(owner, null, catalog));
            case Array array -> proxy(Array.class, new Handed(owner, parent, array));
            case null, default -> value;
        };
    }

    private static Object proxy(Class<?> type, Handed handed) {
        return Proxy.newProxyInstance(Handed.class.getClassLoader(), new Class<?>[] {type}, handed);
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] values) throws Throwable {
        String name = method.getName();
        switch (name) {
            case "equals":
                return values != null && self == values[0];
            case "hashCode":
                return System.identityHashCode(self);
            case "toString", "close":
                return TenantConnection.call(raw, method, values);
            case "isClosed":
                return owner.closed() || Boolean.TRUE.equals(TenantConnection.call(raw, method, values));
            default:
                owner.requireOpen();
        }
        return switch (name) {
            case "getStatement" -> parent != null ? parent : wrap(self, TenantConnection.call(raw, method, values));
            case "unwrap" -> unwrap((Class<?>) TenantConnection.first(values), self);
            case "isWrapperFor" -> isWrapperFor((Class<?>) TenantConnection.first(values), self);
            default -> wrap(self, asks(name) ? ask(method, values) : TenantConnection.call(raw, method, bare(values)));
        };
    }

    private boolean asks(String method) {
        return raw instanceof Statement
                ? method.startsWith("execute")
                : raw instanceof ResultSet && ROW.contains(method);
    }

    private @Nullable Object ask(Method method, @Nullable Object @Nullable [] values) throws Throwable {
        Question question = () -> TenantConnection.call(raw, method, values);
        return raw instanceof Statement statement
                ? owner.ask(question, () -> OneTransaction.whole(statement, question))
                : owner.ask(question, question);
    }

    private @Nullable Object wrap(Object self, @Nullable Object value) {
        return wrap(owner, raw instanceof Statement ? self : parent, value);
    }

    private boolean isWrapperFor(Class<?> type, Object self) throws SQLException {
        return type.isInstance(self) || raw instanceof Wrapper wrapper && wrapper.isWrapperFor(type);
    }

    private @Nullable Object unwrap(Class<?> type, Object self) throws Throwable {
        return type.isInstance(self) ? self : owner.bare(() -> ((Wrapper) raw).unwrap(type));
    }

    /** The driver takes its own arrays alone as they are. */
    private static @Nullable Object @Nullable [] bare(@Nullable Object @Nullable [] values) {
        if (values == null) {
            return null;
        }
        @Nullable Object[] bare = values;
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Array array
                    && Proxy.isProxyClass(array.getClass())
                    && Proxy.getInvocationHandler(array) instanceof Handed handed) {
                if (bare == values) {
                    bare = values.clone();
                }
                bare[i] = handed.raw;
            }
        }
        return bare;
    }
}
