package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.Tenancy;
import java.sql.Connection;
import java.sql.DriverManager;

/** A dispatcher in a process of its own, which may be killed. */
final class DispatcherProcess {
    private DispatcherProcess() {}

    /** @param arguments the database's address, the service's login, its password, a name for the log */
    public static void main(String[] arguments) throws Exception {
        JdbcConfig config = JdbcConfig.of(arguments[0], arguments[1], arguments[2]);
        try (JdbcTenancy jdbc = JdbcTenancy.open(config.withPoolSize(1));
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
