package ai.callcenter.tenancy.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/** Classes that break rules on purpose: written and compiled for one test, so that none lies about in the sources. */
final class Sources {
    private final Path folder;
    private final List<String> files = new ArrayList<>();

    Sources(Path folder) {
        this.folder = folder;
    }

    /** A class with fields of these types. */
    Sources type(String name, String... fields) throws IOException {
        int dot = name.lastIndexOf('.');
        StringBuilder text = new StringBuilder(
                "package " + name.substring(0, dot) + ";\npublic class " + name.substring(dot + 1) + " {\n");
        for (int i = 0; i < fields.length; i++) {
            text.append("  ").append(fields[i]).append(" f").append(i).append(";\n");
        }
        Path file = folder.resolve("source").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text.append("}\n"));
        files.add(file.toString());
        return this;
    }

    JavaClasses compiled() {
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        arguments.addAll(files);
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("the sources of the test do not compile");
        }
        return new ClassFileImporter().importPath(classes);
    }
}
