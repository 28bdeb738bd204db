package ai.callcenter.tenancy.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * One line a record: time, level, logger, message, and what caused it. The stack trace follows for errors alone: a
 * database that is away would otherwise fill the log with one a request.
 */
final class LogLine extends Formatter {
    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder()
                .append(entry.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(entry.getLevel())
                .append(' ')
                .append(entry.getLoggerName())
                .append(": ")
                .append(formatMessage(entry));
        Throwable thrown = entry.getThrown();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            line.append(" <- ").append(String.valueOf(cause).replaceAll("\\s*\\R\\s*", " "));
        }
        line.append(System.lineSeparator());
        if (thrown != null && entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            line.append(trace);
        }
        return line.toString();
    }
}
