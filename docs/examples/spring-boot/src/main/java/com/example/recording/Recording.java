package com.example.recording;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A recorded call. Whose it is, the database fills in and checks: nothing here knows. */
@Entity
@Table(name = "recordings")
class Recording {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String number;
    private String file;

    protected Recording() {}

    Recording(String number, String file) {
        this.number = number;
        this.file = file;
    }

    public UUID getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    public String getFile() {
        return file;
    }
}
