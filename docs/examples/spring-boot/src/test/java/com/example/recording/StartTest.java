package com.example.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.jdbc.IsolationException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/** A service whose check fails answers nobody, and says why. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @Test
    void thePortStaysClosedWhereTheLoginIsNotBound(CapturedOutput output) {
        List<ApplicationEvent> opened = new CopyOnWriteArrayList<>();
        ApplicationListener<ApplicationEvent> ports = event -> {
            if (event instanceof WebServerInitializedEvent) { // comes right after the port has opened
                opened.add(event);
            }
        };
        SpringApplication service = new SpringApplication(RecordingService.class);
        service.addListeners(ports);
        assertThatThrownBy(() -> service.run(
                        "--server.port=0",
                        "--spring.datasource.url=" + Database.url(),
                        "--spring.datasource.username=postgres",
                        "--tenancy.token.secret=" + Office.SECRET))
                .isInstanceOf(IsolationException.class)
                .hasMessageContaining("role postgres: is a superuser, whom row-level security does not bind");
        assertThat(opened).isEmpty();
        assertThat(output).contains("Run the SQL above, from the top, as a role that may.");
    }
}
