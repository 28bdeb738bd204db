package ai.callcenter.tenancy.app.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with commands for the shell and what they answer.
 *
 * @param blocks its {@code sh} blocks, in order
 */
record Page(List<Block> blocks) {
    private static final Path TOP = Path.of("..");

    /** Begins a server, or runs the tests: not for a test. */
    private static final Pattern SKIPPED = Pattern.compile("\\./tenancy (serve|test)\\b.*");

    private static final Pattern BESIDE = Pattern.compile(".*# (→ .*)");

    /**
     * Commands.
     *
     * @param line where the block begins, from 1
     * @param script the commands, without those that are not for a test
     * @param beside what the page shows beside single commands
     * @param below what the page shows below the block: none, or one answer
     */
    record Block(int line, String script, List<Shown> beside, List<Shown> below) {}

    /** Reads the page at a path below the top of the repository. */
    static Page read(String path) throws IOException {
        return parse(Files.readAllLines(TOP.resolve(path)));
    }

    static Page parse(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("```")) {
                int end = end(lines, at);
                if (lines.get(at).equals("```sh")) {
                    blocks.add(block(lines, at, end));
                }
                at = end;
            }
        }
        return new Page(List.copyOf(blocks));
    }

    private static Block block(List<String> lines, int begin, int end) {
        List<String> script = new ArrayList<>();
        List<Shown> beside = new ArrayList<>();
        for (String line : lines.subList(begin + 1, end)) {
            if (!SKIPPED.matcher(line).matches()) {
                script.add(line);
                Matcher matcher = BESIDE.matcher(line);
                if (matcher.matches()) {
                    beside.add(Shown.parse(matcher.group(1), null));
                }
            }
        }
        return new Block(begin + 1, String.join("\n", script), beside, below(lines, end));
    }

    private static List<Shown> below(List<String> lines, int fence) {
        int at = next(lines, fence + 1);
        if (at == lines.size() || !lines.get(at).startsWith("→ ")) {
            return List.of();
        }
        int body = next(lines, at + 1);
        String json = body < lines.size() && lines.get(body).equals("```json")
                ? String.join("\n", lines.subList(body + 1, end(lines, body)))
                : "";
        return List.of(Shown.parse(lines.get(at), json));
    }

    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    private static int end(List<String> lines, int begin) {
        for (int at = begin + 1; at < lines.size(); at++) {
            if (lines.get(at).equals("```")) {
                return at;
            }
        }
        throw new IllegalArgumentException("line " + (begin + 1) + ": the block does not end");
    }
}
