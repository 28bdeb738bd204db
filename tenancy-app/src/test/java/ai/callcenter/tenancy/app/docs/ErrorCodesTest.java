package ai.callcenter.tenancy.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of errors in docs/api.md against the codes in the source. */
class ErrorCodesTest {
    private static final Path PAGE = Path.of("..", "docs", "api.md");
    private static final Path HTTP = Path.of("..", "tenancy-adapter-http", "src", "main", "java");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [1-5][0-9]{2} \\|");

    /** A code is a text beside its status, or in a method that refuses with 401. */
    private static final Pattern CODE = Pattern.compile(
            "[45][0-9]{2},\\s*\"([a-z_]+)\"|(?:refused|unauthenticated)\\(\\s*\"([a-z_]+)\"|\\? \"([a-z_]+_token)\"");

    @Test
    void theTableHasEveryCodeAndNoOther() throws IOException {
        Set<String> table = new TreeSet<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> table.add(row.group(1)));

        assertThat(table).isEqualTo(codes());
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).forEach(codes::add);
        Set<String> own = new TreeSet<>();
        try (Stream<Path> files = Files.walk(HTTP)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> {
                    for (int group = 1; group <= match.groupCount(); group++) {
                        if (match.group(group) != null) {
                            own.add(match.group(group));
                        }
                    }
                });
            }
        }
        assertThat(own).as("codes of the HTTP adapter").contains("missing_token", "body_too_large", "not_ready");
        codes.addAll(own);
        return codes;
    }
}
