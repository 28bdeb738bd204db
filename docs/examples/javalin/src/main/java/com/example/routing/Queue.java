package com.example.routing;

import java.util.UUID;

/**
 * Where calls wait for a number.
 *
 * @param number as it was dialled
 * @param name of the queue
 */
public record Queue(UUID id, String number, String name) {}
