package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.app.config.ConfigException;
import ai.callcenter.tenancy.app.database.AppException;
import ai.callcenter.tenancy.app.postgres.EmbeddedPostgresException;
import ai.callcenter.tenancy.error.TenancyException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed; only what nobody foresaw comes with its stack trace. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        return switch (failure) {
            case ConfigException config -> {
                config.faults().forEach(fault -> err.println("tenancy: " + fault));
                yield ExitCode.USAGE;
            }
            case AppException e -> failed(err, e);
            case EmbeddedPostgresException e -> failed(err, e);
            case TenancyException e -> failed(err, e);
            default -> {
                failure.printStackTrace(err);
                yield failed(err, failure);
            }
        };
    }

    private static int failed(PrintWriter err, Exception failure) {
        String message = failure.getMessage();
        err.println("tenancy: " + (message == null ? failure.toString() : message));
        return ExitCode.SOFTWARE;
    }
}
