package com.example.recording;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The recordings of the tenant that the request is for. */
interface Recordings extends JpaRepository<Recording, UUID> {}
