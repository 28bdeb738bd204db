package com.example.recording;

import ai.callcenter.tenancy.Tenancy;
import org.springframework.boot.SpringApplication;

/** The service on a PostgreSQL of its own, with two tenants; prints a token for a member of each. */
public class RecordingDemo {
    public static void main(String[] arguments) {
        Tenancy tenancy = SpringApplication.run(
                        RecordingService.class,
                        "--spring.datasource.url=" + Database.url(),
                        "--tenancy.token.secret=" + Office.SECRET)
                .getBean(Tenancy.class);
        System.out.println("ACME=" + Office.open(tenancy, "acme").token());
        System.out.println("GLOBEX=" + Office.open(tenancy, "globex").token());
    }
}
