package com.example.recording;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps what was recorded of calls. */
@SpringBootApplication
public class RecordingService {
    public static void main(String[] arguments) {
        SpringApplication.run(RecordingService.class, arguments);
    }
}
