package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The filter where there is nothing of this module's but itself: no Javalin, no Jetty, no metrics. */
class FilterAloneTest {
    /** Of the class path of these tests, all that a host keeps, and Tomcat. */
    private static final Pattern KEPT = Pattern.compile(
            ".*/(?:tenancy-core|tenancy-adapter-http|target/(?:test-)?classes"
                    + "|java-jwt|jackson-(?:core|databind|annotations)|caffeine|jspecify|jakarta\\.servlet-api|tomcat-).*");

    private static final List<String> LEFT_OUT = List.of(
            "io.javalin.Javalin",
            "org.eclipse.jetty.server.Server",
            "org.eclipse.jetty.util.thread.QueuedThreadPool",
            "io.micrometer.core.instrument.MeterRegistry",
            "io.github.bucket4j.Bucket",
            "kotlin.Unit",
            "org.slf4j.Logger");

    @Test
    void runsWithoutJavalinAndWhatItBrings() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            File file = new File(entry);
            if (KEPT.matcher(file.toURI().getPath()).matches()) {
                urls.add(file.toURI().toURL());
            }
        }
        try (URLClassLoader alone =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (String name : LEFT_OUT) {
                assertThatThrownBy(() -> alone.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
            }
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(alone);
            try {
                Object told = alone.loadClass(FilterAlone.class.getName())
                        .getMethod("answers")
                        .invoke(null);
                assertThat(told).isEqualTo(List.of(200, 401, 401, 403, 403, 400));
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
