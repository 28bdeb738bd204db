package ai.callcenter.tenancy.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The manifests hold to Kubernetes' own OpenAPI document, from which its Java client's models and their strict check
 * are made: no unknown field, none missing that is required, each of its type.
 */
class KubernetesTest {
    /** Refuses what is not an object of this kind. */
    private interface Check {
        void validate(JsonElement json) throws IOException;
    }

    static List<Manifest> manifests() throws IOException {
        return Manifest.all().stream()
                .filter(m -> !m.kind().equals("Kustomization"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void isWhatKubernetesTakes(Manifest manifest) throws IOException {
        check(manifest.kind(), manifest.content().toString());
    }

    @Test
    void theCheckSeesWhatIsMisspelt() throws IOException {
        String json = Manifest.of("Deployment", "tenancy").content().toString().replace("livenessProbe", "liveProbe");
        assertThatThrownBy(() -> check("Deployment", json)).hasMessageContaining("liveProbe");
    }

    /** Kubernetes takes a kustomization's files by name, and leaves out what it does not name. */
    @Test
    void theKustomizationNamesWhatIsMeantToStay() throws IOException {
        JsonNode kustomization = Manifest.all().stream()
                .filter(m -> m.kind().equals("Kustomization"))
                .findFirst()
                .orElseThrow()
                .content();
        assertThat(kustomization.path("resources"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(manifests().stream()
                        .filter(m -> !m.kind().equals("Secret") && !m.kind().equals("Job"))
                        .map(Manifest::file)
                        .toList());
    }

    /**
     * As Pod Security Standards' "restricted" asks;
     * https://kubernetes.io/docs/concepts/security/pod-security-standards/
     */
    @Test
    void podsHaveNoPrivileges() throws IOException {
        for (Manifest pod : List.of(Manifest.of("Deployment", "tenancy"), Manifest.of("Job", "tenancy-migrate"))) {
            JsonNode security = pod.container().path("securityContext");
            JsonNode all = pod.content().at("/spec/template/spec/securityContext");
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .as(pod.toString())
                    .isFalse();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(all.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(all.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        }
    }

    private static void check(String kind, String json) throws IOException {
        switch (kind) {
            case "ConfigMap" -> check(json, V1ConfigMap::validateJsonElement, V1ConfigMap.class);
            case "Deployment" -> check(json, V1Deployment::validateJsonElement, V1Deployment.class);
            case "Job" -> check(json, V1Job::validateJsonElement, V1Job.class);
            case "NetworkPolicy" -> check(json, V1NetworkPolicy::validateJsonElement, V1NetworkPolicy.class);
            case "PodDisruptionBudget" ->
                check(json, V1PodDisruptionBudget::validateJsonElement, V1PodDisruptionBudget.class);
            case "Secret" -> check(json, V1Secret::validateJsonElement, V1Secret.class);
            case "Service" -> check(json, V1Service::validateJsonElement, V1Service.class);
            default -> fail("no check for a " + kind);
        }
    }

    /** Fields and their presence by the model's own check; numbers, quantities and dates as they are read. */
    private static void check(String json, Check strict, Class<?> type) throws IOException {
        strict.validate(JsonParser.parseString(json));
        assertThat((Object) JSON.getGson().fromJson(json, type)).isNotNull();
    }
}
