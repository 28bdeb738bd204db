package com.example.recording;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.testing.TestTokens;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.testing.TestTenancy;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A test from before there were tenants: it has a member and the member's token now. */
@SpringBootTest(properties = "tenancy.token.secret=" + Office.SECRET)
@AutoConfigureMockMvc
class RecordingsTest {
    private static final TestTokens TOKENS = TestTokens.create(Clock.systemUTC());

    @TestConfiguration
    static class Tokens {
        @Bean
        @Primary
        TokenVerifier testVerifier() {
            return TOKENS.verifier();
        }
    }

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private MockMvc http;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", Database::url);
    }

    @Test
    void whatIsAddedIsListed() throws Exception {
        TestTenancy test = TestTenancy.over(tenancy);
        TenantId acme = test.tenant("Acme").member("bo@acme.example").id();
        String token = "Bearer " + TOKENS.tenant(test.caller("bo@acme.example", acme));
        String recording = "{\"number\":\"+4930123\",\"file\":\"a.ogg\"}";
        http.perform(post("/recordings")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(recording))
                .andExpect(status().isCreated());
        http.perform(get("/recordings").header("Authorization", token)).andExpect(content().json("[" + recording + "]"));
        http.perform(get("/recordings")).andExpect(status().isUnauthorized());
    }
}
