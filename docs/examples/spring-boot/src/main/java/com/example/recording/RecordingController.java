package com.example.recording;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Recordings over HTTP, without a line about tenants. */
@RestController
@RequestMapping("/recordings")
class RecordingController {
    private final Recordings recordings;

    RecordingController(Recordings recordings) {
        this.recordings = recordings;
    }

    record NewRecording(String number, String file) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Recording add(@RequestBody NewRecording recording) {
        return recordings.save(new Recording(recording.number(), recording.file()));
    }

    @GetMapping
    List<Recording> all() {
        return recordings.findAll();
    }

    @GetMapping("/{id}")
    Recording one(@PathVariable UUID id) {
        return recordings.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
