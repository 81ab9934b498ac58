import java.io.*;
import java.nio.file.*;
import java.security.KeyStore;
import java.security.cert.*;
import java.util.Scanner;
import javax.net.ssl.*;

/** Java's own TLS as a client of each server on standard input; the lines are those of client.go. */
public class Client {
    public static void main(String[] arguments) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        try (InputStream pem = Files.newInputStream(Path.of(arguments[0]))) {
            store.setCertificateEntry("root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        SSLContext verifying = context(factory.getTrustManagers());
        SSLContext blind = context(new TrustManager[] {new Anybody()});
        Scanner lines = new Scanner(System.in);
        while (lines.hasNext()) {
            int port = lines.nextInt();
            String host = lines.next();
            System.out.println(port + "\tverifying\t" + call(verifying, port, host, true));
            System.out.println(port + "\tblind\t" + call(blind, port, host, false));
        }
    }

    static SSLContext context(TrustManager[] trust) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        return context;
    }

    static String call(SSLContext context, int port, String host, boolean isVerifying) {
        try (java.net.Socket plain = new java.net.Socket("127.0.0.1", port)) {
            plain.setSoTimeout(10000);
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            if (isVerifying) parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
            return socket.getInputStream().read() < 0 ? "closed" : "took";
        } catch (Exception problem) {
            return problem.toString().replace('\n', ' ');
        }
    }

    static class Anybody extends X509ExtendedTrustManager {
        public void checkClientTrusted(X509Certificate[] chain, String type) {}
        public void checkServerTrusted(X509Certificate[] chain, String type) {}
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
    }
}
