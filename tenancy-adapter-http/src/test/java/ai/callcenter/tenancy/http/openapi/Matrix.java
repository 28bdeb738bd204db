package ai.callcenter.tenancy.http.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of docs/authorization.md.
 *
 * @param answers by operation, then by caller: a status, or a status and a code
 */
public record Matrix(Map<String, Map<String, String>> answers) {
    /** Tests run in a module's folder. */
    private static final Path FILE = Path.of("..", "docs", "authorization.md");

    public static Matrix read() {
        try (Stream<String> lines = Files.lines(FILE)) {
            List<List<String>> rows = lines.filter(line -> line.startsWith("| "))
                    .map(line -> Stream.of(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
            return new Matrix(answers(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, String>> answers(List<List<String>> rows) {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, Map<String, String>> answers = new LinkedHashMap<>();
        List<String> callers = List.of();
        for (List<String> row : rows) {
            if (row.getFirst().equals("operation")) {
                callers = row;
            } else if (!callers.isEmpty()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 1; i < callers.size(); i++) {
                    String word = row.get(i);
                    cells.put(callers.get(i), words.getOrDefault(word, word));
                }
                answers.put(row.getFirst(), cells);
            } else {
                words.put(row.getFirst(), row.get(1).replaceAll(":.*", "").replace("`", ""));
            }
        }
        return answers;
    }
}
