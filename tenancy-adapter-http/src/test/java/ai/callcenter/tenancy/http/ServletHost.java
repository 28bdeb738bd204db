package ai.callcenter.tenancy.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import java.util.Map;

/** A servlet container that runs: one filter before an application, below a context path. */
interface ServletHost extends AutoCloseable {
    /** Where the application is. */
    String CONTEXT = "/app";

    /** What the filter is mapped for: all that there is. */
    EnumSet<DispatcherType> DISPATCHES = EnumSet.allOf(DispatcherType.class);

    int port();

    @Override
    void close();

    /** How one is started. */
    @FunctionalInterface
    interface Starter {
        /** @param servlets by their mapping; {@code /error} is the page for errors */
        ServletHost start(Filter filter, Map<String, HttpServlet> servlets) throws Exception;
    }
}
