package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest extends TokenFixture {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("token.secret");
    }

    @Test
    void isMadeOnceForItsOwnerAlone() throws Exception {
        SharedSecret made = SecretFile.loadOrCreate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("[A-Za-z0-9_-]{43}\n");
        assertThat(token(SecretFile.loadOrCreate(file))).isEqualTo(token(made));
        assertThat(names()).containsExactly("token.secret");
    }

    @Test
    void itsTextIsTheSecretThatAHostCanUse() throws Exception {
        SharedSecret made = SecretFile.loadOrCreate(file);

        String text = Files.readString(file).strip();
        assertThat(token(SharedSecret.of(text))).isEqualTo(token(made));
    }

    @Test
    void isDifferentEachTime() throws Exception {
        assertThat(token(SecretFile.loadOrCreate(file)))
                .isNotEqualTo(token(SecretFile.loadOrCreate(folder.resolve("another"))));
    }

    /** Says which secret it was, since a secret does not show itself. */
    private String token(SharedSecret secret) {
        return new TokenIssuer(settings, TokenKeys.of(secret, null))
                .issueIdentityToken("ana", "a@b.example", null, settings.ttl())
                .token();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-", "rwx------"})
    void aFileThatOthersMayUseIsRefused(String mode) throws Exception {
        SecretFile.loadOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretFile.loadOrCreate(file))
                .withMessageStartingWith(file + ": others than its owner may use this secret")
                .withMessageEndingWith("chmod 600 " + file);
    }

    @Test
    void readOnlyForItsOwnerIsFine() throws Exception {
        String made = token(SecretFile.loadOrCreate(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(token(SecretFile.loadOrCreate(file))).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "short\n", "0123456789012345678901234567890 \n"})
    void aShortSecretIsRefusedAndKept(String content) throws Exception {
        SecretFile.loadOrCreate(file);
        Files.writeString(file, content, UTF_8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretFile.loadOrCreate(file))
                .withMessageStartingWith(file + ": the shared secret has");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void withoutAFolderNothingIsMade() {
        assertThatThrownBy(() -> SecretFile.loadOrCreate(folder.resolve("no/such/secret")))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void allThatMakeItAtOnceGetTheSame() throws Exception {
        int threads = 4;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < 50; round++) {
                Path shared = folder.resolve("round" + round);
                CyclicBarrier barrier = new CyclicBarrier(threads);
                List<Future<String>> tokens = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    tokens.add(pool.submit(() -> {
                        barrier.await();
                        return token(SecretFile.loadOrCreate(shared));
                    }));
                }
                Set<String> distinct = new HashSet<>();
                for (Future<String> token : tokens) {
                    distinct.add(token.get());
                }
                assertThat(distinct).hasSize(1);
            }
        }
        assertThat(names()).hasSize(50);
    }
}
