package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.DriverManager;
import org.postgresql.ds.PGSimpleDataSource;

/** A dispatcher in a process of its own, which may be killed. */
final class DispatcherProcess {
    private DispatcherProcess() {}

    /** @param arguments the database's address, the service's login, its password, a name for the log */
    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(arguments[2]);
        try (JdbcTenancy jdbc = JdbcTenancy.using(source);
                Connection log = DriverManager.getConnection(arguments[0], "postgres", "")) {
            DeliveryLog deliveries = new DeliveryLog(log, arguments[3]);
            Tenancy.on(jdbc.store())
                    .events()
                    .subscribe(DeliveryLog.SUBSCRIPTION, deliveries::write, DeliveryLog.PACE)
                    .start();
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
